# docker build -f deploy/kubernetes/portfolio.Dockerfile -t registry.example.org/dawsos/portfolio:0.1.0 portfolio/target
FROM eclipse-temurin:25-jre AS unpacked
COPY portfolio.jar /portfolio.jar
RUN java -Djarmode=tools -jar /portfolio.jar extract --destination /app

FROM eclipse-temurin:25-jre
COPY --from=unpacked /app /app
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/app/portfolio.jar"]
