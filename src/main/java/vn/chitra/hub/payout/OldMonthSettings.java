package vn.chitra.hub.payout;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param keepMonths so many months before the present one stay; 13 at least, for lists are compared within a year */
@Validated
@ConfigurationProperties("hub.archive")
public record OldMonthSettings(@Min(13) @Max(1200) int keepMonths) {}
