"""Words for generated pages. They mean little, but have the length of real ones."""

__all__ = ["paragraphs", "rich_text", "sentence"]

SENTENCES = {
    "de": (
        "Die Nachbarschaft hat ihre Wünsche auf einem großen Plan eingetragen.",
        "Am Nachmittag ging es um Wege, Bänke und Schatten auf dem Platz.",
        "Das Protokoll und die Karten liegen bis Ende des Monats im Bürgerbüro aus.",
        "Wer nicht dabei sein konnte, schickt Hinweise an das Projektbüro.",
        "Fachleute aus der Verwaltung haben die Vorschläge sofort eingeordnet.",
        "Beim nächsten Treffen werden die drei Entwürfe nebeneinander gelegt.",
        "Der Zugang ist stufenlos, eine Schriftdolmetscherin begleitet den Tag.",
    ),
    "en": (
        "The neighbours have drawn their wishes on a large map of the quarter.",
        "In the afternoon paths, benches and shade on the square were discussed.",
        "Minutes and maps are on display at the town hall until the month ends.",
        "Those who could not come may send their remarks to the project office.",
        "Specialists of the administration commented on all proposals at once.",
        "At the next meeting the three drafts will be laid out side by side.",
        "There are no steps at the entrance, and speech is written down live.",
    ),
}


def sentence(language: str, number: int) -> str:
    """Return one of a few sentences; one number says the same in both languages."""
    sentences = SENTENCES[language]
    return sentences[number % len(sentences)]


def paragraphs(language: str, number: int, count: int = 3) -> list[str]:
    """Return paragraphs of three sentences each."""
    return [
        " ".join(sentence(language, number + part * 3 + i) for i in range(3))
        for part in range(count)
    ]


def rich_text(language: str, number: int, link: str = "", count: int = 3) -> str:
    """Return rich text as Wagtail stores it, with a link in its last paragraph."""
    texts = paragraphs(language, number, count)
    if link:
        texts[-1] = f"{texts[-1]} {link}."
    return "".join(f"<p>{text}</p>" for text in texts)
