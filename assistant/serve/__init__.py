"""The app in a browser: `tandem serve`.

`server` answers the browser, behind the `gate`; each page has a `session`: a process with the app, and private
`folders` for the documents that were added (`uploads`). In that process run `served_app`, `driver` and `confined`.
"""
