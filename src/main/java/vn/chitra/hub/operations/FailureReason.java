package vn.chitra.hub.operations;

import jakarta.jms.JMSException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import vn.chitra.hub.support.Word;

/** The reason why a message could not be processed, as far as the exception shows it. */
public enum FailureReason {
  DATABASE_AWAY("cơ sở dữ liệu không trả lời", "the database does not reply"),
  DATABASE_REFUSES("cơ sở dữ liệu từ chối", "the database refuses"),
  /** Somebody else changed the same thing at the same time. */
  OVERTAKEN("bị việc khác vượt trước", "overtaken by another change"),
  BROKER("hàng đợi không trả lời", "the queue does not reply"),
  DISK("không đọc hoặc ghi được tệp", "a file cannot be read or written"),
  PROGRAM("lỗi chương trình hoặc dữ liệu không ngờ tới", "an error of the program, or unexpected data");

  private final Word title;

  FailureReason(String title, String english) {
    this.title = new Word(title, english);
  }

  /** Vietnamese. */
  public String title() {
    return title.vietnamese();
  }

  /** The title in both languages. */
  public Word word() {
    return title;
  }

  /** By the outermost cause with a known reason. */
  static FailureReason of(Throwable failure) {
    return chain(failure).stream().map(FailureReason::one).filter(reason -> reason != PROGRAM).findFirst().orElse(PROGRAM);
  }

  private static FailureReason one(Throwable cause) {
    if (cause instanceof ConcurrencyFailureException) {
      return OVERTAKEN;
    }
    if (cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException) {
      return DATABASE_AWAY;
    }
    if (cause instanceof DataAccessException || cause instanceof PersistenceException || cause instanceof SQLException) {
      return DATABASE_REFUSES;
    }
    return cause instanceof JMSException ? BROKER : cause instanceof IOException ? DISK : PROGRAM;
  }

  /** The classes of an exception and its causes, outermost first, without what they say. */
  static String classes(Throwable failure) {
    return chain(failure).stream().map(cause -> cause.getClass().getSimpleName()).distinct().collect(Collectors.joining(" < "));
  }

  private static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }
}
