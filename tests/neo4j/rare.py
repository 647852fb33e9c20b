"""How hypothesis runs on a server: few examples, on a database emptied by each of them."""

from hypothesis import HealthCheck, Phase, settings

RARE = settings(
    # Shrinking would take minutes: the graphs are small, and the same fact fails a test of views.
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture],
)
