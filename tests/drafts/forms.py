"""Forms of the admin as a browser would send them back."""

from bs4 import BeautifulSoup

SENT = {"hidden", "text", "url", "email", "number", "date", "tel", ""}


def sent_back(html):
    """Return the fields of the form for an object, unchanged, by their names."""
    form = BeautifulSoup(html, "html.parser").select_one("[data-edit-form]")
    data = {
        field["name"]: field.get("value", "")
        for field in form.select("input[name]")
        if field.get("type", "") in SENT or field.has_attr("checked")
    }
    data |= {field["name"]: field.text for field in form.select("textarea[name]")}
    for field in form.select("select[name]"):
        chosen = field.select_one("option[selected]") or field.select_one("option")
        data[field["name"]] = chosen["value"] if chosen else ""
    return data


def streams(*names):
    """Return what an empty stream sends."""
    return {f"{name}-count": "0" for name in names}


def texts(**values):
    """Return what empty rich texts send, which scripts fill."""
    return dict.fromkeys(values, "null")
