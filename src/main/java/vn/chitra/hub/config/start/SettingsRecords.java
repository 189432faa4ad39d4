package vn.chitra.hub.config.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** The validated settings records of all features, bound as Spring binds them for the hub's beans. */
final class SettingsRecords {

  /** Every record of settings of the hub. */
  static final List<Class<?>> ALL = List.copyOf(all());
  private static final String OF_SEVERAL = "AssertTrue";

  private final ConfigurableEnvironment environment;

  SettingsRecords(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /** Empty when a setting of the record is missing or wrong. */
  <T> Optional<T> valid(Class<T> type) {
    try (LocalValidatorFactoryBean validator = validator()) {
      return Optional.of(bind(type, validator));
    } catch (BindException e) {
      return Optional.empty();
    }
  }

  /** One line per setting that a record refuses; never a value. */
  List<String> complaints() {
    Map<String, String> complaints = new TreeMap<>();   // several records have the same setting
    try (LocalValidatorFactoryBean validator = validator()) {
      for (Class<?> type : ALL) {
        try {
          bind(type, validator);
        } catch (BindException e) {
          complaints.putAll(words(e));
        }
      }
    }
    return complaints.entrySet().stream().map(one -> SettingsCheck.origin(environment, one.getKey()) + one.getKey() + ": " + one.getValue())
        .toList();
  }

  private <T> T bind(Class<T> type, LocalValidatorFactoryBean validator) {
    return Binder.get(environment).bindOrCreate(type.getAnnotation(ConfigurationProperties.class).value(), Bindable.of(type),
        new ValidationBindHandler(validator));
  }

  /** Name → complaint. */
  private static Map<String, String> words(BindException thrown) {
    Map<String, String> words = new TreeMap<>();
    if (thrown.getCause() instanceof BindValidationException invalid) {
      ValidationErrors errors = invalid.getValidationErrors();
      for (ObjectError error : errors.getAllErrors()) {
        boolean ofOne = error instanceof FieldError && !OF_SEVERAL.equals(error.getCode());
        words.put(errors.getName() + (ofOne ? "." + dashed(((FieldError) error).getField()) : ""), "sai; " + error.getDefaultMessage());
      }
    } else {
      words.put(thrown.getName().toString(), "sai; giá trị không đúng dạng, xem docs/operations/configuration.md");
    }
    return words;
  }

  private static String dashed(String field) {
    return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static LocalValidatorFactoryBean validator() {
    LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
    validator.afterPropertiesSet();
    return validator;
  }

  private static List<Class<?>> all() {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> records = new ArrayList<>();
    scan.findCandidateComponents("vn.chitra.hub").forEach(found -> {
      try {
        Class<?> type = Class.forName(found.getBeanClassName());
        if (type.isRecord()) {
          records.add(type);
        }
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    });
    return records;
  }
}
