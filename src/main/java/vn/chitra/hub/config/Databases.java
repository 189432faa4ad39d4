package vn.chitra.hub.config;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Two databases: the hub's own (primary, Hibernate and Flyway live there) and the welfare database, where the hub is a guest. */
@Configuration(proxyBeanMethods = false)
class Databases {

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
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "chitra-hub");
    return pool;
  }
}
