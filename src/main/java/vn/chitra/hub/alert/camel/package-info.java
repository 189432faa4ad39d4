/** Route beans that write and send mails. */
@NullMarked
package vn.chitra.hub.alert.camel;

import org.jspecify.annotations.NullMarked;
