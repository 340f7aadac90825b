"""In place of keystonemiddleware: a token names its bearer, as user:project:roles."""

TOLD = {
    "HTTP_X_USER_ID": 0,
    "HTTP_X_PROJECT_ID": 1,
    "HTTP_X_ROLES": 2,
}


def filter_factory(_settings, **_local):
    """What paste.deploy calls to put the filter before an application."""

    def before(application):
        def filtered(environ, start_response):
            for name in [name for name in environ if name.startswith("HTTP_X_") and name != "HTTP_X_AUTH_TOKEN"]:
                if name in TOLD or name == "HTTP_X_IDENTITY_STATUS":
                    del environ[name]
            parts = environ.get("HTTP_X_AUTH_TOKEN", "").split(":")
            known = len(parts) == 3 and all(parts)
            environ["HTTP_X_IDENTITY_STATUS"] = "Confirmed" if known else "Invalid"
            if known:
                environ.update({name: parts[at] for name, at in TOLD.items()})
            return application(environ, start_response)

        return filtered

    return before
