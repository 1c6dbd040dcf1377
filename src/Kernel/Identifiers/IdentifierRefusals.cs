using Saima.Kernel.Refusals;

namespace Saima.Kernel.Identifiers;

/// <summary>Every way an identifier is refused. What concerns a person never repeats the number.</summary>
internal static class IdentifierRefusals
{
    private static readonly Phrase Copy = new("请对照原件重新填写。", "Copy it again from the original.");

    public static Phrase BeforeTheCode { get; } = new("项目代码的年月早于 2020 年 10 月，当时还没有这种代码。", "The project code is dated before October 2020, when there was no such code yet.");

    public static Refusal OldCitizenId { get; } = new(
        "CITIZEN_ID_OLD", new("15 位身份证号码只用于历史档案。", "A citizen number of 15 digits serves old files only."), new("请填写 18 位号码。", "Give the one of 18 characters."));

    public static Refusal NotCitizenId { get; } = new(
        "CITIZEN_ID_FORM", new("身份证号码应为 17 位数字加一位数字或 X。", "A citizen number is 17 digits and a digit or X."), Copy);

    public static Refusal OtherDocument { get; } = new(
        "CITIZEN_ID_OTHER", new("这不是居民身份证号码。", "This is not the number of a citizen's card."), new("外国人永久居留证等请按其证件类型填写。", "Give a foreigner's residence card and the like as a document of its own kind."));

    public static Refusal NoSuchBirthday { get; } = new(
        "CITIZEN_ID_BIRTHDAY", new("身份证号码中的出生日期不存在。", "The birthday in the citizen number does not exist."), Copy);

    public static Refusal CitizenCheck { get; } = new(
        "CITIZEN_ID_CHECK", new("身份证号码的校验位不符。", "The check character of the citizen number does not fit."), Copy);

    public static Refusal NotProjectCode(string text) => new(
        "PROJECT_CODE_FORM",
        new($"“{IdentifierText.Cut(text)}”不是项目代码。", $"“{IdentifierText.Cut(text)}” is not a national project code."),
        new("项目代码为 20 位数字，按 4-6-2-2-6 用连字符分开，例如 2304-330604-04-01-123451。", "It has 20 digits in groups of 4-6-2-2-6 with hyphens, e.g. 2304-330604-04-01-123451."));

    public static Refusal NoSuchMonth(string segment) => new(
        "PROJECT_CODE_MONTH",
        new($"项目代码的第一段 {segment} 既不是年月，也不是 2013—2020 年的年份。", $"The first group {segment} of the project code is neither a year and month nor a year from 2013 to 2020."),
        Copy);

    public static Phrase CheckDigit(char expected) => new($"项目代码校验位应为 {expected}。", $"The check digit of the project code should be {expected}.");

    public static Refusal NotCreditCode(string text) => new(
        "CREDIT_CODE_FORM",
        new($"“{IdentifierText.Cut(text)}”不是统一社会信用代码。", $"“{IdentifierText.Cut(text)}” is not a unified social credit code."),
        new("统一社会信用代码为 18 位数字和大写字母，第 3—8 位为行政区划代码。", "It has 18 digits and capitals, the third to eighth being a division code."));

    public static Refusal NoSuchCharacter(char character) => new(
        "CREDIT_CODE_CHARACTER",
        new($"统一社会信用代码中没有“{character}”。", $"A unified social credit code has no “{character}”."),
        new("字母 I、O、S、V、Z 不使用，常与数字 1、0、5、2 混淆。", "The letters I, O, S, V and Z are not used; they are often taken for 1, 0, 5 and 2."));

    public static Refusal CreditCheck(char expected) => new(
        "CREDIT_CODE_CHECK",
        new($"统一社会信用代码的校验码应为 {expected}。", $"The check character of the unified social credit code should be {expected}."),
        Copy);

    public static Phrase OrganisationCheck(char expected) => new(
        $"其中组织机构代码的校验码应为 {expected}。", $"The check character of the organisation code in it should be {expected}.");

    public static Refusal Identifier(string zh, string en) => new(
        "PROJECT_IDENTIFIER", new(zh, en), new("请更正有效期或先结束原有的标识。", "Mend the dates or end the earlier identifier first."));

    public static Refusal Lineage(string zh, string en) => new(
        "PROJECT_LINEAGE", new(zh, en), new("请更正沿革记录。", "Mend the record of where the project came from."));
}
