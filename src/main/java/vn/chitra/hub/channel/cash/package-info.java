/** The parts shared by the lists and reports of post offices and communes: headings, marks and reasons as data, parsing of typed cells. */
@NullMarked
package vn.chitra.hub.channel.cash;

import org.jspecify.annotations.NullMarked;
