"""Which tests `make check` leaves to `make test`, so that it answers in less than a minute."""

LONG = frozenset(
    {
        "guards/test_guards.py",
        "journeys/test_new_professional.py",
        "journeys/test_one_badge.py",
        "house/test_readme.py",
        "shared/test_core_corpora.py",
        "shared/test_fetching_safe.py",
        "shared/test_jsonld_corpora.py",
        "shared/test_picture.py",
        "shared/test_reading_corpora.py",
        "shared/test_scanning.py",
        "shared/test_web_server.py",
        "trust_registry/test_client_attacks.py",
        "trust_registry/test_client_attacks_more.py",
        "trust_registry/test_client_mirrors.py",
        "trust_registry/test_client_opening.py",
        "trust_registry/test_demo.py",
        "trust_registry/test_limits.py",
        "trust_registry/test_publishing.py",
        "trust_registry/test_publishing_lists.py",
        "trust_registry/test_publishing_readers.py",
        "trust_registry/test_queries.py",
        "trust_registry/test_registry_command.py",
        "trust_registry/test_registry_pages.py",
        "trust_registry/test_site.py",
        "trust_registry/test_site_programs.py",
        "verifier/test_command_alarm.py",
        "verifier/test_corpora.py",
        "verifier/test_flips.py",
        "verifier/test_monotone.py",
        "verifier/test_mutants.py",
        "verifier/test_pages.py",
        "verifier/test_pictures.py",
        "verifier/test_region.py",
        "verifier/test_report.py",
        "verifier/test_unsigned_list.py",
        "wallet/test_awarding.py",
        "wallet/test_backing_up.py",
        "wallet/test_commands.py",
        "wallet/test_hard_times.py",
        "wallet/test_kills.py",
        "wallet/test_migrating.py",
        "wallet/test_postgresql.py",
        "wallet/test_protecting.py",
        "wallet/test_serving.py",
        "wallet/test_talk.py",
        "wallet/test_tui.py",
        "wallet/test_tui_plain.py",
        "wallet/test_tui_receiving.py",
        "wallet/test_tui_tmux.py",
        "wallet/test_tui_visit.py",
        "wallet/test_tui_widgets.py",
        "wallet/test_vault.py",
        "wallet/test_web.py",
        "wallet/test_web_browser.py",
        "wallet/test_web_withdrawn.py",
        "wallet/test_withdrawing.py",
    }
)
"""They make a registry, a database, a program or a picture for each test; beside them, any single
test of more than a second bears the mark ``slow`` itself."""


def is_left_out(path, tests, chosen):
    """Whether a file is not even looked at; ``chosen``: what the run was asked for by ``-m``."""
    return "not slow" in chosen and path.relative_to(tests).as_posix() in LONG
