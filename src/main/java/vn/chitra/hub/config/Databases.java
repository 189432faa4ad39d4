package vn.chitra.hub.config;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The two databases: the hub's own (primary, for Hibernate and Flyway) and the welfare database, in which the hub has limited rights. */
@Configuration(proxyBeanMethods = false)
class Databases {

  /** For a connection: pages of the console read the welfare database, too, and must not wait for a server that is away. */
  private static final Duration WELFARE_PATIENCE = Duration.ofSeconds(5);

  @Bean
  @Primary
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource hubDataSource(DataSourceProperties properties) {
    return properties.initializeDataSourceBuilder().type(HikariDataSource.class).build();
  }

  @Bean(defaultCandidate = false)
  DataSource welfareDataSource(HubSettings settings) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName("welfare");
    pool.setJdbcUrl(settings.welfare().url());
    pool.setUsername(settings.welfare().username());
    pool.setPassword(settings.welfare().password());
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(WELFARE_PATIENCE.toMillis());
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "chitra-hub");
    return pool;
  }
}
