/** Actions of persons: who may do what, what takes two, and what each action does. */
@NullMarked
package vn.chitra.hub.repair;

import org.jspecify.annotations.NullMarked;
