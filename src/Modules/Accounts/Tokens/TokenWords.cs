using Saima.Kernel.Refusals;
using Saima.Ui;

namespace Saima.Modules.Accounts.Tokens;

/// <summary>What the tokens of programs say.</summary>
public static class TokenWords
{
    public static Phrase Tokens { get; } = new("程序令牌", "Tokens of programs");

    public static Phrase Help { get; } = new(
        "令牌让一个程序只读所选范围的数据，不能改动，也不能代替人登录。请求时写 Authorization: Bearer 令牌。",
        "A token lets a program read the chosen scopes. It changes nothing and signs nobody in. Requests carry Authorization: Bearer and the token.");

    public static Phrase Name { get; } = new("程序", "Program");

    public static Phrase NameHint { get; } = new("哪个系统、由谁负责", "which system, and who answers for it");

    public static Phrase Scopes { get; } = new("可读范围", "Scopes");

    public static Phrase ValidTo { get; } = new("有效至", "Valid to");

    public static Phrase Rate { get; } = new("每分钟次数", "Requests a minute");

    public static Phrase Reason { get; } = new("依据", "Ground");

    public static Phrase Issue { get; } = new("发放令牌", "Issue a token");

    public static Phrase IssuedBy { get; } = new("发放人", "Issued by");

    public static Phrase Used { get; } = new("最近使用", "Last used");

    public static Phrase Once { get; } = new("令牌只显示这一次，现在抄给程序；以后谁也看不到。", "The token is shown this once. Give it to the program now; nobody can see it again.");

    public static Phrase Revoke { get; } = new("收回", "Revoke");

    public static Phrase Revoked { get; } = new("已收回", "revoked");

    public static Phrase IsRevoked { get; } = new("令牌已收回，立即失效。", "The token is revoked and works no more.");

    public static Phrase Over { get; } = new("已过期", "over");

    public static Phrase None { get; } = new("还没有发过令牌。", "No token was issued yet.");

    public static Phrase ScopeOf(string scope) => scope switch
    {
        ForProgramsAttribute.Register => new("项目库：清单、图表数据、位置", "register: lists, figures, places"),
        _ => new("赛马台：规则集、试算", "races desk: rule sets, trials"),
    };
}
