# Maillage in a container. On its own, with its embedded store:
#   docker build --tag maillage .
#   docker run --publish 127.0.0.1:8000:8000 --volume maillage:/var/lib/maillage maillage
# With Neo4j: docker-compose.yml.

# The minor version is pinned; its security fixes come with each build.
FROM python:3.13-slim-trixie AS build
WORKDIR /src
COPY . .
RUN sh scripts/package.sh /opt/maillage

FROM python:3.13-slim-trixie
RUN useradd --system --uid 10001 --no-create-home --home-dir /var/lib/maillage maillage \
    && install --directory --owner maillage --group maillage /var/lib/maillage
COPY --from=build /opt/maillage /opt/maillage
COPY --from=build /src/data /usr/share/maillage/data
# Nothing is written but the embedded store and readings in progress: the container can be read-only.
ENV PATH=/opt/maillage/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    MAILLAGE_STORE=sqlite:////var/lib/maillage/maillage.db \
    MAILLAGE_WORK=/var/lib/maillage/lectures
USER maillage
WORKDIR /usr/share/maillage
VOLUME /var/lib/maillage
EXPOSE 8000
# It answers even when Neo4j does not: starting again would not help.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/sante', timeout=8)"]
ENTRYPOINT ["maillage"]
# Inside a container the port is reached from outside the loopback, hence 0.0.0.0 and
# --allow-anonymous: what protects the graph is that the port is published on the host's own
# loopback (127.0.0.1:8000:8000), never on all its addresses. --name keeps answering to the names of
# that loopback alone, so that a hostile site cannot lead a name of its own here. Behind a proxy
# that controls access, give its name instead.
CMD ["serve", "--host", "0.0.0.0", "--port", "8000", "--allow-anonymous", "--name", "localhost", "--name", "127.0.0.1"]
