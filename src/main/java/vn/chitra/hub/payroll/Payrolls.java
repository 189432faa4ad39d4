package vn.chitra.hub.payroll;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The repository of payrolls. */
public interface Payrolls extends Repository<Payroll, String> {

  Optional<Payroll> findById(String payrollId);

  boolean existsById(String payrollId);

  Payroll saveAndFlush(Payroll payroll);
}
