package vn.chitra.hub.operations.start;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.utils.VersionLoader;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.camel.CamelVersion;
import vn.chitra.hub.support.SqlText;

/** The versions of the hub and of its components that really run. */
@Component
class Versions {

  private static final String SCHEMA = SqlText.of("operations/read-schema-version");

  private final Environment environment;
  private final CamelVersion camel;
  private final JdbcClient jdbc;

  Versions(Environment environment, CamelVersion camel, JdbcClient jdbc) {
    this.environment = environment;
    this.camel = camel;
    this.jdbc = jdbc;
  }

  /** Name → version; the schema's is that of the newest migration. */
  Map<String, String> all() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("hub", environment.getProperty("spring.application.version", "?"));
    versions.put("Java", Runtime.version().toString());
    versions.put("Camel", camel.text());
    versions.put("Spring Boot", SpringBootVersion.getVersion());
    versions.put("Artemis", VersionLoader.getVersion().getFullVersion());
    versions.put("PostgreSQL", one("show server_version"));
    versions.put("schema", one(SCHEMA));
    return versions;
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).optional().orElse("?");
  }
}
