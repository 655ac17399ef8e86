"""A router for the delivery API."""

from ninja import Router

router = Router()

NOTICES = ("Mind the step",)


@router.get("/")
def notices(request):
    return {"notices": list(NOTICES)}
