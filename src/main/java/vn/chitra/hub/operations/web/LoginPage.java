package vn.chitra.hub.operations.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login page. */
@Controller
@ConditionalOnWebApplication
class LoginPage {

  private static final String BY_LOGIN_SERVER = "oauth2/authorization/" + LoginServer.NAME;

  private final OidcSettings oidc;

  LoginPage(OidcSettings oidc) {
    this.oidc = oidc;
  }

  @GetMapping("/login")
  String login(CsrfToken token, @RequestParam(required = false) String error, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("address", error == null ? "?" : "?error&");
    model.addAttribute("loginServer", oidc.issuer() == null ? "" : BY_LOGIN_SERVER);
    return "login";
  }
}
