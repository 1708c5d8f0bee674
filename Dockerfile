# Builds the platform without the embedded database; run it with docker-compose.yml or beside a MariaDB 11.4 server.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl npm && rm -rf /var/lib/apt/lists/*
WORKDIR /collegium
ENV PATH=/collegium/.tools/node/bin:$PATH
# One after the other: the system's Node is too old for this npm.
RUN npm install -g --prefix .tools/node node@24 && npm install -g --prefix .tools/node npm@11
COPY . .
# What was downloaded stays for the next build, outside the image.
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    ./mvnw -B -ntp package -Pquick -Dmaven.test.skip=true -Dserver-only -Dspotless.check.skip -Dsort.skip \
 && java -Djarmode=tools -jar target/collegium.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
# What labs are graded with. Empty leaves it out: labs then run in browsers, and what is handed in waits.
ARG LAB_PACKAGES="bubblewrap python3 python3-numpy python3-pandas python3-sklearn"
RUN apt-get update && apt-get install -y --no-install-recommends curl $LAB_PACKAGES && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 collegium \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /var/lib/collegium --shell /usr/sbin/nologin collegium \
 && install -d -o collegium -g collegium -m 750 /var/lib/collegium
COPY --from=build /layers/dependencies/ /layers/snapshot-dependencies/ /opt/collegium/
COPY --from=build /layers/application/ /opt/collegium/
USER 10001:10001
WORKDIR /var/lib/collegium
ENV COLLEGIUM_LISTEN=0.0.0.0 COLLEGIUM_PORT=8080
VOLUME /var/lib/collegium
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=6 \
    CMD curl --fail --silent --output /dev/null "http://127.0.0.1:${COLLEGIUM_PORT}/actuator/health" || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "/opt/collegium/collegium.jar", "--collegium.data=/var/lib/collegium"]
