package vn.chitra.planted.hub.config;

import org.springframework.beans.factory.annotation.Value;

public record IsHandedOneValue(@Value("${hub.data-dir}") String folder) {}
