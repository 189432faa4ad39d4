/** Mail over SMTP. */
@NullMarked
package vn.chitra.hub.alert.smtp;

import org.jspecify.annotations.NullMarked;
