/** Partners as data: profiles, code tables, places, calendar, text folding. */
@NullMarked
package vn.chitra.hub.partner;

import org.jspecify.annotations.NullMarked;
