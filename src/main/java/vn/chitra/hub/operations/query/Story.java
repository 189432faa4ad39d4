package vn.chitra.hub.operations.query;

import java.util.List;

/**
 * The history of one payout, every value a text that may be shown: initials instead of names, no personal number, no account.
 *
 * @param linePage address of the line's payroll
 * @param from the line that made it, where another one owns its result now; else empty; {@code fromPage} its payroll's address
 * @param carriedFrom of {@code from}: whether it came from another payroll
 * @param why the reason for its channel
 * @param waitsFor the event that it waits for
 */
public record Story(long id, String line, String linePage, String from, String fromPage, String kind, String months,
    String dong, String programme, String commune, String beneficiary, String payee, String relation, String why, String state, String held, List<Attempt> attempts,
    List<Result> results, List<Case> cases, List<Decision> decisions, String waitsFor) {

  /** One payment. @param files the one that it came back from, then the one it travels in; {@code steps} in order of time */
  public record Attempt(int number, String endToEndId, String channel, String place, String state, String provisional, String paidOn,
      String reason, List<SentFile> files, List<Step> steps, List<Status> statuses) {}

  /** @param name empty while the batch is gathered */
  public record SentFile(long batch, String name) {}

  /** @param detail Vietnamese, of the hub or in the partner's words; mostly empty */
  public record Step(String at, String text, String detail) {}

  /** @param file with line, empty for an API; {@code applied}: whether it changed the payment */
  public record Status(String at, String reported, boolean provisional, String code, String on, String text, String file,
      boolean applied) {}

  public record Result(String line, String outcome, boolean written) {}

  /** @param task what to do first, in Vietnamese; {@code who}: the role that must do it */
  public record Case(long id, String title, String task, String who, String evidence, String due) {}

  public record Decision(String at, String text, String reason) {}
}
