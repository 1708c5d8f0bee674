# Builds the platform without the embedded database; run it with docker-compose.yml or beside a MariaDB 11.4 server.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends curl npm && rm -rf /var/lib/apt/lists/*
WORKDIR /collegium
COPY . .
RUN npm install -g --prefix .tools/node node@24 npm@11
ENV PATH=/collegium/.tools/node/bin:$PATH
RUN ./mvnw -B -ntp package -Dmaven.test.skip=true -Dserver-only -Dspotless.check.skip -Dsort.skip \
 && java -Djarmode=tools -jar target/collegium.jar extract --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 collegium && mkdir -p /var/lib/collegium && chown collegium /var/lib/collegium
COPY --from=build /layers /opt/collegium
USER collegium
ENV COLLEGIUM_LISTEN=0.0.0.0 COLLEGIUM_PORT=8080
VOLUME /var/lib/collegium
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "/opt/collegium/collegium.jar", "--collegium.data=/var/lib/collegium"]
