# syntax=docker/dockerfile:1
# Builds the tool from its sources and packs it in layers: dependencies change rarely and stay cached.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY src src
RUN mvn -B -q -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/mentorprep.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:21-jre
# Nobody in particular, and only /app/data is theirs: the database of a trial, gone with its volume.
RUN useradd --system --uid 10001 --no-create-home mentorprep \
 && install -d -o mentorprep -g mentorprep /app/data
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
VOLUME /app/data
EXPOSE 8080
# What the LMS needs to know and the platforms file come by environment and volume, never with the image:
# see docs/operating.md.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "org.springframework.boot.loader.launch.JarLauncher"]
