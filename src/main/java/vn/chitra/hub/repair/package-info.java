/** Actions of persons: who may do what, what takes two, and what each act does. */
@NullMarked
package vn.chitra.hub.repair;

import org.jspecify.annotations.NullMarked;
