package vn.chitra.hub.operations.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** The login page. */
@Controller
@ConditionalOnWebApplication
class LoginPage {

  private static final String PAGE = """
      <!doctype html>
      <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Chi Trả Hub – Đăng nhập</title>
      <link rel="stylesheet" href="console.css"><link rel="icon" href="data:,"></head>
      <body class="login"><form method="post" action="login"><h1>Chi Trả Hub</h1>%s
      <label>Tên đăng nhập<input name="username" autocomplete="username" autofocus required></label>
      <label>Mật khẩu<input name="password" type="password" autocomplete="current-password" required></label>
      <input type="hidden" name="%s" value="%s"><button>Đăng nhập</button>%s</form></body></html>
      """;

  private static final String BY_LOGIN_SERVER = "<p><a href=\"oauth2/authorization/" + LoginServer.NAME
      + "\">Đăng nhập bằng tài khoản của tỉnh</a></p>";

  private final OidcSettings oidc;

  LoginPage(OidcSettings oidc) {
    this.oidc = oidc;
  }

  @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  @ResponseBody
  String login(CsrfToken token, @RequestParam(required = false) String error, @RequestParam(required = false) String logout) {
    String word = error != null
        ? "<p>Sai tên đăng nhập hoặc mật khẩu, hoặc tài khoản không có vai trò ở đây. Sai nhiều lần thì phải chờ năm phút.</p>"
        : logout != null ? "<p>Bạn đã đăng xuất.</p>" : "";
    return PAGE.formatted(word, HtmlUtils.htmlEscape(token.getParameterName()), HtmlUtils.htmlEscape(token.getToken()),
        oidc.issuer() == null ? "" : BY_LOGIN_SERVER);
  }
}
