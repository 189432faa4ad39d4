package vn.chitra.hub.payroll;

/**
 * A number of lines and their sum.
 *
 * @param vnd dong; negative where refused lines were
 */
public record Tally(int count, long vnd) {

  public static final Tally NONE = new Tally(0, 0);
}
