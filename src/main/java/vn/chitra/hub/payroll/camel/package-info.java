/** Route beans of intake and write-back. */
@NullMarked
package vn.chitra.hub.payroll.camel;

import org.jspecify.annotations.NullMarked;
