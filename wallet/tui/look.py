"""The colours of a terminal: those of the pages (``shared/static``), paper and dark ink."""

from textual.theme import Theme

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#1D5568",
    secondary="#123B49",
    accent="#EDB640",
    foreground="#2A2320",
    background="#FBF6EC",
    surface="#FFFDF8",
    panel="#F2EADD",
    success="#1C5A3A",
    warning="#7A3E00",
    error="#8E1B2B",
    variables={
        "ink": "#2A2320",
        "ink-soft": "#5A4F47",
        "paper": "#FBF6EC",
        "sheet": "#FFFDF8",
        "mustard": "#EDB640",
        "on-mustard": "#2A2320",
        "banner": "#123B49",
        "on-banner": "#FFFDF8",
        "action": "#1D5568",
        "ok": "#1C5A3A",
        "care": "#7A3E00",
        "unknown": "#3D495C",
        "stop": "#8E1B2B",
        "tint": "#F2EADD",
    },
)
