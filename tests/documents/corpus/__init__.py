"""Documents in any number, drawn by a seed: clean ones of every kind and layout, and the same with one planted fault.

`sheet` says what stands on a page, whatever the format; `in_word`, `in_pdf` and `in_text` write it in several layouts;
`notes`, `plans` and `forms` fill one in as a provider, a committee or a district would, with the labels that forms use;
`faults` takes a filled one and breaks one rule. All people in `people.toml` are invented.
"""
