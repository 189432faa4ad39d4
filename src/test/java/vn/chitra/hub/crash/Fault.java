package vn.chitra.hub.crash;

/**
 * One thing to break.
 *
 * @param place point, or where a connection is cut; empty where chance decides
 * @param passing of the place, from 1; where chance decides milliseconds, for START hundredths of the time that a start takes
 */
record Fault(Kind kind, String place, int passing) {

  enum Kind {
    /** The hub ends at a named step. */
    STEP,
    /** The hub is killed while it has something to do. */
    MOMENT,
    /** The hub is killed while it starts. */
    START,
    /** The hub is killed, and its broker's journal is gone when it starts again. */
    JOURNAL,
    /** PostgreSQL is killed and comes back; the hub lives on. */
    POSTGRES,
    /** The mail server stops and comes back later; the hub lives on. */
    MAIL,
    /** The SFTP connection is cut by the server; the hub lives on. */
    CUT;

    boolean happensByItself() {
      return this == STEP || this == CUT;
    }
  }

  String name() {
    return place.isEmpty() ? kind.name() : kind + " " + place;
  }
}
