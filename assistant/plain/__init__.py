"""Linear mode: all of Tandem in numbered choices and labelled lines, for screen readers and pipes.

Nothing is drawn and nothing drawn over: each line is written once, in words, and stays. It adds nothing to the commands
and the app but another face. `console` is the one place where lines are read and written, `menus` what a choice is,
`spoken` what stands in the place of signs that are not for the ear; each other module is one part of the main menu, and
`session` is what they share.
"""
