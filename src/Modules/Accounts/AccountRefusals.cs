using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts;

/// <summary>Every way this module says no.</summary>
internal static class AccountRefusals
{
    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "ACCOUNT_FAULTY", new($"有 {problems.Count} 处要改，没有保存。", $"{problems.Count} fields need mending; nothing was saved."), new("按各项的说明改正后再保存。", "Mend them as it says and save again."), problems);

    /// <summary>One sentence for a wrong name, a wrong password and a closed account, so that nobody learns which accounts there are.</summary>
    public static Refusal NotKnown { get; } = new("NOT_KNOWN", new("账号或密码不对。", "The account or the password is wrong."), new("核对后再试；连错 5 次会锁定 15 分钟。", "Check both and try again; after five failures the account is locked for 15 minutes."));

    public static Refusal Locked { get; } = new("LOCKED", new("这个账号因多次输错密码已锁定。", "This account is locked after several wrong passwords."), new("15 分钟后再试，或请安全管理员解锁。", "Try again in 15 minutes, or ask the security administrator."));

    public static Refusal WrongCode { get; } = new("WRONG_CODE", new("验证码不对或已过期。", "The code is wrong or too old."), new("输入验证器应用里现在的六位数字。", "Type the six digits the authenticator shows now."));

    public static Refusal SetupClosed { get; } = new("SETUP_CLOSED", new("已有管理员，不能再这样设立。", "There is an administrator already."), new("请系统管理员添加账号。", "Ask the system administrator for an account."));

    public static Refusal WrongSetupCode { get; } = new(
        "WRONG_SETUP_CODE", new("设立码不对。", "The setup code is wrong."), new("设立码写在启动平台的那个窗口里。", "It is printed in the window in which the platform was started."),
        [new(Severity.Error, "WRONG_SETUP_CODE", "", null, null, "code", null, new("设立码不对。", "The setup code is wrong."), new("看启动窗口里的那一行。", "See the line in the window of the platform."))]);

    public static Refusal TwoAdministrators(Role held, Role wanted)
    {
        var (has, asked) = (Roles.Title(held), Roles.Title(wanted));
        return new(
            "TWO_ADMINISTRATORS", new($"此人已是{has.Zh}，不能兼任{asked.Zh}。", $"This person is {has.En} and cannot be {asked.En} too."), new("三类管理员由三个人担任：换一个人，或先结束原来的职责。", "The three administrators are three people: choose another, or end the first duty."));
    }

    public static Refusal DutyHeld { get; } = new("DUTY_HELD", new("此人已有这项职责。", "This person holds this duty already."), new("要改期限，先结束原来的。", "To change its period end the present one first."));

    public static Refusal OwnDuty { get; } = new("OWN_DUTY", new("不能给自己授予或结束职责。", "Nobody grants or ends a duty of their own."), new("请另一位安全管理员办理。", "Ask another security administrator."));

    public static Refusal LastAdministrator { get; } = new("LAST_ADMINISTRATOR", new("这是最后一位安全管理员，不能结束。", "This is the last security administrator; the duty cannot be ended."), new("先把职责授予另一个人。", "Grant it to somebody else first."));

    public static Refusal OwnPassword { get; } = new("OWN_PASSWORD", new("自己的密码和第二重验证在“我的账号”里改。", "One's own password and second factor are changed under “My account”."), new("打开右上角自己的名字。", "Open your own name at the top."));

    public static Refusal DemoPassword { get; } = Faulty([Field("password", null, "DEMO_ACCOUNT", new("示例账号的密码人人知道，不能改。", "The password of a demo account is public and stays."), new("为真正的使用者另设账号。", "Make an account for the person who is to use it."))]);

    /// <summary>What is done to somebody else's account needs its reason.</summary>
    public static Refusal? Unexplained(string field, string reason) => reason.Length is not (0 or > 200) ? null
        : Faulty([Field(field, null, "WHY_MISSING", new("请写明理由。", "Say why."), new("不超过 200 个字。", "Use at most 200 characters."))]);

    public static Refusal NoUnit(string code) => new("NO_SUCH_UNIT", new($"单位树里没有 {code}。", $"The tree has no unit {code}."), new("回到单位列表再选。", "Choose again from the list of units."));

    public static Refusal UnitChanged(string by) => new("UNIT_CHANGED", new($"您打开以后，{by}改过这个单位，没有保存。", $"{by} changed this unit after you opened it; nothing was saved."), new("重新打开看过再改。", "Open it again, look, and then change it."));

    public static Refusal UnitInUse(string name, int below, int duties) => new(
        "UNIT_IN_USE", new($"{name}之下还有 {below} 个单位、{duties} 项职责，没有撤回。", $"{below} units lie below {name} and {duties} duties are held in it; it stays."), new("先移走下级单位、结束职责。", "Move the units and end the duties first."));

    public static Refusal NoToken { get; } = new("NO_SUCH_TOKEN", new("没有这个令牌，或者已经收回。", "There is no such token, or it is revoked already."), new("刷新列表再看。", "Look at the list again."));

    public static Refusal BadToken { get; } = new("BAD_TOKEN", new("令牌不对、已过期或已收回。", "The token is wrong, over or revoked."), new("请安全管理员另发一个。", "Ask the security administrator for another."));

    public static Refusal TooOften { get; } = new("TOO_OFTEN", new("一分钟内问得太多。", "Too many requests within a minute."), new("按 Retry-After 等一会再问。", "Wait as long as Retry-After says."));

    public static Refusal IdentityUnknown { get; } = new("IDENTITY_UNKNOWN", new("这个身份还没有绑定账号。", "This identity is bound to no account."), new("先用密码登录，在“我的账号”里绑定。", "Sign in with your password first and bind it under “My account”."));

    public static Refusal IdentityTaken { get; } = new("IDENTITY_TAKEN", new("这个身份已绑定另一个账号，没有绑定。", "This identity is bound to another account; nothing was bound."), new("核对是不是用自己的身份登录的；有误请安全管理员解除。", "Check that it was your own; if the other account is wrong, ask the security administrator."));

    public static Refusal AccountBound { get; } = new("ACCOUNT_BOUND", new("您的账号已绑定了一个身份，没有再绑定。", "Your account is bound to an identity already; nothing was bound."), new("要换一个，先解除原来的。", "To change it unbind the present one first."));

    public static Refusal FirstPassword { get; } = new("FIRST_PASSWORD", new("您的密码还是别人设的，没有绑定。", "Your password was chosen by somebody else; nothing was bound."), new("先改成只有自己知道的密码。", "Change it to one that only you know first."));

    public static Refusal NotBound { get; } = new("NOT_BOUND", new("这个账号没有绑定身份，或者刚刚变了。", "This account is bound to no identity, or it has just changed."), new("刷新页面再看。", "Load the page again."));

    public static Refusal DemoIdentity { get; } = new("DEMO_IDENTITY", new("示例账号人人可用，不能绑定身份。", "A demo account is everybody's and is bound to nobody."), new("为真正的使用者另设账号。", "Make an account for the person who is to use it."));

    public static Refusal Missing { get; } = new("NO_SUCH_PERSON", new("没有这个人。", "There is no such person."), new("回到人员列表再选。", "Choose again from the list of people."));

    public static Problem Field(string field, string? value, string code, Phrase message, Phrase remedy) => new(Severity.Error, code, "", null, null, field, value, message, remedy);

    /// <summary>What Identity found, as problems of the form's fields.</summary>
    public static IReadOnlyList<Problem> Of(IdentityResult result, string? userName) => [.. result.Errors.Select(error => error.Code switch
    {
        "PASSWORD_LENGTH" => Field("password", null, error.Code, new($"密码要有 {PasswordRules.Shortest} 到 {PasswordRules.Longest} 个字符。", $"A password has {PasswordRules.Shortest} to {PasswordRules.Longest} characters."), new("写长一些，用几个词连起来更好记。", "Make it longer; a few words in a row are easy to remember.")),
        "PASSWORD_CLASSES" => Field("password", null, error.Code, new("密码要有大写、小写、数字、其他字符中的三类。", "A password has three of: capitals, small letters, digits, other characters."), new("加上缺的一类。", "Add the class that is missing.")),
        "PASSWORD_HAS_NAME" => Field("password", null, error.Code, new("密码里有账号名。", "The password contains the name of the account."), new("换一个。", "Choose another.")),
        "PASSWORD_GUESSED" => Field("password", null, error.Code, new("密码里有平台、地方、单位或本人的名字，容易猜到。", "The password contains the name of the platform, the place, your unit or yourself, which is easy to guess."), new("去掉它，换成不相干的词。", "Take it out and use words that have nothing to do with them.")),
        "PASSWORD_COMMON" => Field("password", null, error.Code, new("这是很多人用的密码，或者只是在前后加了数字和符号。", "Many people use this password, or it is one of those with digits and signs around it."), new("用三四个不相干的词连起来，好记又难猜。", "Put three or four words in a row that have nothing to do with each other.")),
        "PASSWORD_USED_BEFORE" => Field("password", null, error.Code, new($"最近 {PasswordRules.Remembered} 个密码不能再用。", $"The last {PasswordRules.Remembered} passwords cannot be used again."), new("换一个没有用过的。", "Choose one that was not used before.")),
        "PasswordMismatch" => Field("old", null, error.Code, new("原密码不对。", "The old password is wrong."), new("重新输入原密码。", "Type it again.")),
        "DuplicateUserName" => Field("user", userName, error.Code, new($"账号“{userName}”已有人用。", $"The account “{userName}” is taken."), new("换一个账号名。", "Choose another name.")),
        "InvalidUserName" => Field("user", userName, error.Code, new($"“{userName}”不能作账号名。", $"“{userName}” cannot be the name of an account."), new("用 3 到 40 个字母、数字、点、横线或下划线。", "Use 3 to 40 letters, digits, dots, dashes or underscores.")),
        _ => Field("user", userName, error.Code, new("账号没有保存。", "The account was not saved."), new("刷新页面再试。", "Load the page again and try once more.")),
    })];
}
