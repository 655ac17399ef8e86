"""A router for the delivery API."""

from ninja import Router

router = Router()


@router.get("/")
def notices(request):
    return {"notices": ["Mind the step"]}
