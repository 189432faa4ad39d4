package vn.chitra.hub.payout;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param payrollLimitVnd a payroll above this many dong waits for two persons */
@Validated
@ConfigurationProperties("hub.release")
public record ReleaseSettings(@Positive long payrollLimitVnd) {}
