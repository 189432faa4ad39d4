/** Chi Trả Hub: pays the payrolls of the welfare database through banks, post offices and communes, without operator steps. */
@NullMarked
package vn.chitra.hub;

import org.jspecify.annotations.NullMarked;
