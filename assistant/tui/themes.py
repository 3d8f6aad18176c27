"""The colors of the app: dark, light, and of high contrast. Every pair that is drawn has a contrast of 4.5:1 or more.

The names are those of `settings.THEMES`, which a configuration may hold.
"""

from __future__ import annotations

from textual.theme import Theme

_MARKED = {"block-cursor-text-style": "bold", "input-cursor-text-style": "none", "text": "auto 100%"}
"""The same in all of them: the text on a coloured ground is black or white, whichever reads better."""

DARK = Theme(
    name="dark",
    primary="#2a5d9f",
    secondary="#8ab4e8",
    accent="#ffc66d",
    warning="#ffc66d",
    error="#ff9a8d",
    success="#8fd19e",
    foreground="#e6e6e6",
    background="#14181d",
    surface="#1c2229",
    panel="#262e37",
    boost="#232a32",
    dark=True,
    variables=_MARKED
    | {
        "text-muted": "#b9c0c8",
        "text-disabled": "#a3abb4",
        "foreground-muted": "#b9c0c8",
        "foreground-disabled": "#a3abb4",
        "border": "#8ab4e8",
        "border-blurred": "#7d8790",
        "block-cursor-background": "#2a5d9f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#2f3a46",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-hover-background": "#232a32",
        "input-cursor-background": "#e6e6e6",
        "input-cursor-foreground": "#14181d",
        "input-selection-background": "#2a5d9f",
        "input-selection-foreground": "#ffffff",
        "screen-selection-background": "#2a5d9f",
        "screen-selection-foreground": "#ffffff",
        "footer-background": "#262e37",
        "footer-foreground": "#e6e6e6",
        "footer-key-foreground": "#ffc66d",
        "link-color": "#9cc3f5",
        "link-background-hover": "#2a5d9f",
        "scrollbar": "#7d8790",
        "scrollbar-background": "#1c2229",
        "button-foreground": "#e6e6e6",
    },
)

LIGHT = Theme(
    name="light",
    primary="#1f5aa6",
    secondary="#1f5aa6",
    accent="#7a3e00",
    warning="#7a4a00",
    error="#a3161b",
    success="#1c6330",
    foreground="#1b1f24",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e4e1d8",
    boost="#eceae3",
    dark=False,
    variables=_MARKED
    | {
        "text-muted": "#4c535b",
        "text-disabled": "#565d65",
        "foreground-muted": "#4c535b",
        "foreground-disabled": "#565d65",
        "border": "#1f5aa6",
        "border-blurred": "#6a7178",
        "block-cursor-background": "#1f5aa6",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#d5dbe4",
        "block-cursor-blurred-foreground": "#1b1f24",
        "block-hover-background": "#e4e1d8",
        "input-cursor-background": "#1b1f24",
        "input-cursor-foreground": "#fbfaf7",
        "input-selection-background": "#1f5aa6",
        "input-selection-foreground": "#ffffff",
        "screen-selection-background": "#1f5aa6",
        "screen-selection-foreground": "#ffffff",
        "footer-background": "#e4e1d8",
        "footer-foreground": "#1b1f24",
        "footer-key-foreground": "#7a3e00",
        "link-color": "#174a8c",
        "link-background-hover": "#1f5aa6",
        "scrollbar": "#757c84",
        "scrollbar-background": "#f1efe9",
        "button-foreground": "#1b1f24",
    },
)

CONTRAST = Theme(
    name="contrast",
    primary="#ffd400",
    secondary="#00e5ff",
    accent="#ffd400",
    warning="#ffd400",
    error="#ff9c9c",
    success="#7dff9b",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#1a1a1a",
    dark=True,
    variables=_MARKED
    | {
        "text-muted": "#ffffff",
        "text-disabled": "#e0e0e0",
        "foreground-muted": "#ffffff",
        "foreground-disabled": "#e0e0e0",
        "border": "#ffd400",
        "border-blurred": "#ffffff",
        "block-cursor-background": "#ffd400",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#333333",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-hover-background": "#1a1a1a",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#ffd400",
        "input-selection-foreground": "#000000",
        "screen-selection-background": "#ffd400",
        "screen-selection-foreground": "#000000",
        "footer-background": "#1a1a1a",
        "footer-foreground": "#ffffff",
        "footer-key-foreground": "#ffd400",
        "link-color": "#00e5ff",
        "link-background-hover": "#ffd400",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "button-foreground": "#ffffff",
    },
)

OWN = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}
IN_WORDS = {"dark": "dark", "light": "light", "contrast": "high contrast"}
"""Each theme as people choose it."""
