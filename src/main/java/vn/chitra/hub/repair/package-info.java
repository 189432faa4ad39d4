/** Actions of persons: the rights of each role, the actions that need two persons, and the effect of each action. */
@NullMarked
package vn.chitra.hub.repair;

import org.jspecify.annotations.NullMarked;
