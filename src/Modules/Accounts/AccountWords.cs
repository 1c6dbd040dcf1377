using Saima.Kernel.Identity;
using Saima.Kernel.Refusals;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.Units;

namespace Saima.Modules.Accounts;

/// <summary>What the accounts say.</summary>
public static class AccountWords
{
    public static Phrase SignIn { get; } = new("登录", "Sign in");

    public static Phrase LeaveWaiting { get; } = new("这台设备上还有没发送的月报或照片，退出以后就没有了。仍要退出？", "Reports or photos on this device are not sent yet; they are gone once you sign out. Sign out all the same?");

    public static Phrase StillWaiting { get; } = new("这台设备上还有没发送的月报：填报的人登录后继续发送；换别人登录，它们就会清除。", "Reports on this device are not sent yet: they are when whoever filled them in signs in, and cleared when somebody else does.");

    public static Phrase SignOut { get; } = new("退出登录", "Sign out");

    public static Phrase User { get; } = new("账号", "Account");

    public static Phrase Name { get; } = new("姓名", "Name");

    public static Phrase Password { get; } = new("密码", "Password");

    public static Phrase OldPassword { get; } = new("原密码", "Old password");

    public static Phrase NewPassword { get; } = new("新密码", "New password");

    public static Phrase PasswordHint { get; } = new("至少 12 个字符，含大写、小写、数字、其他字符中的三类", "at least 12 characters, three of: capitals, small letters, digits, others");

    public static Phrase ForWorkers { get; } = new("办公页面要登录后使用。公开看板不用登录。", "The desks are for people who sign in. The public board needs no account.");

    public static Phrase Demo { get; } = new("示例账号", "Demo accounts");

    public static Phrase DemoHelp(string password) => new($"这是示例平台，以下账号人人可用，密码都是 {password}。正式使用前打开 /setup 设立平台，示例账号随即停用。", $"This is a sample platform: everybody may use these accounts, all with the password {password}. Before real use set the platform up under /setup; that closes the demo accounts.");

    public static Phrase Code { get; } = new("验证码", "Code");

    public static Phrase CodeHelp { get; } = new("打开验证器应用，输入现在显示的六位数字；也可以输入一个恢复码。", "Open the authenticator and type the six digits it shows now; a recovery code will do too.");

    public static Phrase Setup { get; } = new("设立平台", "Set up the platform");

    public static Phrase SetupHelp { get; } = new(
        "先设两位管理员，由两个人担任：系统管理员添加人员，安全管理员授予职责。没有默认密码。",
        "The first two administrators are two people: the system administrator adds people, the security administrator grants their duties. There is no default password.");

    public static Phrase Announce(string code) => new(
        $"还没有管理员：打开 {AccountsLinks.Setup}，设立码是 {code}（每次启动都不同）。", $"There is no administrator yet: open {AccountsLinks.Setup}; the setup code is {code} (another at every start).");

    public static Phrase SetupCode { get; } = new("设立码", "Setup code");

    public static Phrase SetupCodeHint { get; } = new("写在启动平台的那个窗口里", "printed in the window in which the platform was started");

    public static Phrase Own { get; } = new("我的账号", "My account");

    public static Phrase Duties { get; } = new("职责", "Duties");

    public static Phrase NoDuties { get; } = new("还没有职责。请安全管理员授予。", "No duties yet. The security administrator grants them.");

    public static Phrase Devices { get; } = new("登录着的设备", "Devices signed in");

    public static Phrase ThisDevice { get; } = new("这台设备", "this device");

    public static Phrase EndSession { get; } = new("让它退出", "Sign it out");

    public static Phrase Since { get; } = new("登录于", "Since");

    public static Phrase Seen { get; } = new("最近使用", "Last seen");

    public static Phrase Device { get; } = new("设备", "Device");

    public static Phrase ChangePassword { get; } = new("修改密码", "Change the password");

    public static Phrase PasswordChanged { get; } = new("密码已修改，其他设备已退出。", "The password is changed; all other devices are signed out.");

    public static Phrase SecondFactor { get; } = new("第二重验证", "Second factor");

    public static Phrase SecondFactorOn { get; } = new("已启用：登录时还要输入验证器里的六位数字。", "It is on: signing in also asks for the six digits of the authenticator.");

    public static Phrase SecondFactorOff { get; } = new("没有启用。用手机上的验证器应用（任何支持 TOTP 的都行）加入下面的密钥，再输入它显示的六位数字。", "It is off. Add the key below to an authenticator on your phone (any that speaks TOTP), then type the six digits it shows.");

    public static Phrase Key { get; } = new("密钥", "Key");

    public static Phrase TurnOn { get; } = new("启用", "Turn it on");

    public static Phrase TurnOff { get; } = new("停用", "Turn it off");

    public static Phrase RecoveryCodes { get; } = new("恢复码：手机不在时用，每个只能用一次。现在抄下来，以后不再显示。", "Recovery codes, for when the phone is not at hand; each works once. Write them down now, they are not shown again.");

    public static Phrase People { get; } = new("人员", "People");

    public static Phrase PeopleHelp { get; } = new("系统管理员添加人员；安全管理员授予和结束职责。都记入台账。", "The system administrator adds people; the security administrator grants and ends duties. All of it is in the ledger.");

    public static Phrase Add { get; } = new("添加人员", "Add a person");

    public static Phrase AddHelp { get; } = new("告诉本人账号和初始密码，请他登录后修改。没有职责之前什么也办不了。", "Tell the person the account and the first password, to be changed at the first sign-in. Without a duty nothing can be done.");

    public static Phrase Save { get; } = new("保存", "Save");

    public static Phrase Added(string name) => new($"已添加{name}。请安全管理员授予职责。", $"{name} is added. The security administrator grants the duties.");

    public static Phrase AddedWith(string name, Phrase role) => new($"已添加{name}，职责：{role.Zh}。", $"{name} is added as {role.En}.");

    public static Phrase Grant { get; } = new("授予职责", "Grant a duty");

    public static Phrase Granted { get; } = new("已授予。", "It is granted.");

    public static Phrase Ended { get; } = new("职责已结束。", "The duty is ended.");

    public static Phrase End { get; } = new("结束", "End");

    public static Phrase Role { get; } = new("职责", "Duty");

    public static Phrase Unit { get; } = new("单位", "Unit");

    public static Phrase District { get; } = new("全区", "the whole district");

    public static Phrase From { get; } = new("起", "From");

    public static Phrase To { get; } = new("止", "To");

    public static Phrase ToHint { get; } = new("不填则直到结束", "empty: until it is ended");

    public static Phrase Reason { get; } = new("依据", "Ground");

    public static Phrase GrantedBy { get; } = new("授予人", "Granted by");

    public static Phrase State { get; } = new("状态", "State");

    public static Phrase Locked { get; } = new("已锁定", "locked");

    public static Phrase Unlock { get; } = new("解锁", "Unlock");

    public static Phrase Unlocked { get; } = new("已解锁。", "It is unlocked.");

    public static Phrase Closed { get; } = new("已停用", "closed");

    public static Phrase Close { get; } = new("停用账号", "Close the account");

    public static Phrase IsClosed { get; } = new("账号已停用，所有设备已退出。", "The account is closed and signed out everywhere.");

    public static Phrase DemoTag { get; } = new("示例", "demo");

    public static Phrase Nobody { get; } = new("没有符合条件的人员。", "Nobody fits.");

    public static Phrase MustChange { get; } = new("这是别人给您设的密码，先改成只有自己知道的，才能办理别的事。", "Somebody else chose this password. Change it to one that only you know; until then nothing else can be done.");

    public static Phrase Rename { get; } = new("更正姓名", "Correct the name");

    public static Phrase Renamed { get; } = new("姓名已更正。", "The name is corrected.");

    public static Phrase Reset { get; } = new("重设密码", "Reset the password");

    public static Phrase ResetHelp { get; } = new("本人忘了密码时用。他会在所有设备上退出，下次登录后先要改掉这个密码。", "For somebody who forgot it. The person is signed out everywhere and has to change this password after the next sign-in.");

    public static Phrase WasReset { get; } = new("密码已重设。", "The password is reset.");

    public static Phrase Drop { get; } = new("停用第二重验证", "Turn the second factor off");

    public static Phrase Dropped { get; } = new("第二重验证已停用。", "The second factor is off.");

    public static Phrase ScanOr { get; } = new("用验证器扫这个码，或者输入密钥：", "Scan this with the authenticator, or type the key:");

    public static Phrase OpenAuthenticator { get; } = new("在这部手机的验证器里打开", "Open it in the authenticator of this phone");

    public static Phrase SearchHint { get; } = new("姓名、账号或拼音首字母", "name, account or pinyin initials");

    public static Phrase All { get; } = new("全部", "all");

    public static Phrase Order { get; } = new("排序", "Order");

    public static Phrase Excel { get; } = new("导出 Excel", "Export to Excel");

    public static Phrase AddedOn { get; } = new("添加日期", "Added on");

    public static Phrase Count(int people) => new($"共 {people} 人", people == 1 ? "1 person" : $"{people} people");

    public static Phrase StateOf(string state) => state switch
    {
        "idle" => new("没有职责", "without a duty"),
        "locked" => Locked,
        "closed" => Closed,
        _ => new("在用", "in use"),
    };

    public static Phrase OrderOf(string order) => order switch
    {
        "user" => new("按账号", "by account"),
        "since" => new("最近添加的在前", "latest first"),
        _ => new("按姓名", "by name"),
    };

    public static Phrase DutiesOf(IReadOnlyList<Duty> duties, UnitTree tree)
    {
        ArgumentNullException.ThrowIfNull(duties);
        var said = duties.Select(duty => (Role: TitleOf(duty.Role), Unit: UnitOf(duty.Unit, tree))).ToList();
        return new(string.Join("；", said.Select(one => $"{one.Role.Zh} · {one.Unit.Zh}")), string.Join("; ", said.Select(one => $"{one.Role.En} · {one.Unit.En}")));
    }

    public static Phrase Search { get; } = new("查找", "Search");

    public static Phrase History { get; } = new("办理记录", "Record");

    public static Phrase UnitOf(string code, UnitTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return code == Duty.District ? District : tree.Units.TryGetValue(code, out var unit) ? new(unit.Name, unit.Name) : new(code, code);
    }

    public static Phrase TitleOf(Role role) => Roles.Title(role);

    public static Phrase Did(string action) => action switch
    {
        "accounts.add" => new("添加人员", "added"),
        "accounts.grant" => new("授予职责", "granted a duty"),
        "accounts.end-duty" => new("结束职责", "ended a duty"),
        "accounts.password" => new("修改密码", "changed the password"),
        "accounts.reset-password" => new("重设密码", "reset the password"),
        "accounts.rename" => new("更正姓名", "corrected the name"),
        "accounts.second-factor" => new("更改第二重验证", "changed the second factor"),
        "accounts.sign-in" => new("登录", "signed in"),
        "accounts.sign-in-failed" => new("密码输错", "typed a wrong password"),
        "accounts.sign-in-locked" => new("锁定时尝试登录", "tried while locked"),
        "accounts.code-failed" => new("验证码输错", "typed a wrong code"),
        "accounts.passkey-add" => new("添加通行密钥", "added a passkey"),
        "accounts.passkey-rename" => new("通行密钥改名", "renamed a passkey"),
        "accounts.passkey-end" => new("移除通行密钥", "removed a passkey"),
        "accounts.passkey-refused" => new("通行密钥被拒绝", "a passkey was refused"),
        "accounts.bind-identity" => new("绑定统一身份", "bound an identity"),
        "accounts.unbind-identity" => new("解除统一身份绑定", "unbound the identity"),
        "accounts.unit" => new("改动单位", "changed the unit"),
        "accounts.withdraw-unit" => new("撤回单位", "withdrew the unit"),
        "accounts.issue-token" => new("发放令牌", "issued the token"),
        "accounts.revoke-token" => new("收回令牌", "revoked the token"),
        "accounts.unlock" => new("解锁", "unlocked"),
        "accounts.close" => new("停用账号", "closed the account"),
        _ => new("其他", "other"),
    };
}
