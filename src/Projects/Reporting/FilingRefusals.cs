using Saima.Kernel.Refusals;

namespace Saima.Projects.Reporting;

/// <summary>Every way a monthly report is refused.</summary>
internal static class FilingRefusals
{
    public static Refusal NoSuchStep(FilingState state, FilingAction action)
    {
        var (now, wanted) = (FilingWords.State(state), FilingWords.Action(action));
        return new(
            "NO_SUCH_STEP",
            new($"月报现在是“{now.Zh}”，不能{wanted.Zh}。", $"The report is {now.En}; it cannot be taken the step “{wanted.En}”."),
            new("刷新页面，看它现在到了哪一步。", "Load the page again and see where it stands."));
    }

    public static Refusal SamePerson(FilingAction earlier, FilingAction action)
    {
        var (did, wanted) = (FilingWords.Action(earlier), FilingWords.Action(action));
        return new(
            "SAME_PERSON",
            new($"您已做过这份月报的“{did.Zh}”，不能再做“{wanted.Zh}”。", $"You took the step “{did.En}” of this report and cannot take “{wanted.En}” too."),
            new("请另一位同事办理。", "Ask somebody else to do it."));
    }

    public static Refusal Faulty(IReadOnlyList<Problem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        return new(
            "REPORT_FAULTY",
            new($"有 {errors} 处要改，一份也没有提交。", $"{errors} cells need mending; no report was submitted."),
            new("按说明改正后再提交。", "Mend them as it says and submit again."), problems);
    }

    public static Refusal Nothing { get; } = new(
        "NOTHING_FILLED", new("没有填写任何一份月报。", "No report was filled in."), new("至少填一个项目的本月完成和年初累计。", "Fill in the month and the year to date of one project at least."));

    public static Refusal NotOpen(string month, string opens) => new(
        "NOT_OPEN", new($"{month} 的月报还没有开始填报。", $"Reports of {month} are not taken in yet."), new($"{opens} 起填报。", $"They are from {opens} on."));

    public static Refusal NoReason { get; } = new(
        "WHY_MISSING", new("没有写明退回的理由，没有退回。", "It is not said why; nothing was returned."), new("写明哪里要改，不超过 200 个字。", "Say what is to be mended, with at most 200 characters."));

    public static Refusal NoneChosen { get; } = new("NONE_CHOSEN", new("没有选中月报。", "No report was chosen."), new("在表里勾选要办理的月报。", "Tick the reports in the table."));

    public static Refusal NotYours(FilingAction action, string unit)
    {
        var wanted = FilingWords.Action(action);
        return new(
            "NOT_YOURS", new($"您没有为单位 {unit} 办理“{wanted.Zh}”的职责。", $"You hold no duty for the step “{wanted.En}” in unit {unit}."), new("请有这项职责的同事办理，或请安全管理员授予职责。", "Ask somebody who holds it, or have the security administrator grant it."));
    }

    public static Refusal Moved(string project) => new(
        "MOVED_MEANWHILE", new($"{project} 的月报刚由别人办理过，没有写入。", $"Somebody else just took a step with the report of {project}; nothing was written."), new("刷新页面，看过现在的内容再办。", "Load the page again, look at what it says now, then decide."));

    public static Refusal NotYourUnit(string unit) => new(
        "NOT_YOUR_UNIT", new($"您在{unit}没有填报或审核的职责。", $"You neither report nor check for {unit}."), new("到“月报”里看自己单位的；需要的话请安全管理员授予职责。", "See your own units under “Monthly reports”, or have the security administrator grant the duty."));

    public static Refusal NoFile { get; } = new("NO_FILE", new("没有选文件，或者文件是空的。", "No file was chosen, or it is empty."), new("选填好的 .xlsx 或 .csv。", "Choose the filled-in .xlsx or .csv."));

    public static Refusal TooLarge(string file, long most) => new(
        "FILE_TOO_LARGE", new($"{file} 超过 {most >> 20} MB。", $"{file} is larger than {most >> 20} MB."), new("用下载的填报表，不要插入图片。", "Use the sheet as it was downloaded, without pictures."));

    public static Refusal Unreadable(Problem problem) => new("SHEET_UNREADABLE", problem.Message, problem.Remedy, [problem]);

    public static Refusal NoHeadings(string file) => new(
        "NO_HEADINGS", new($"{file} 的第一行没有“项目编号”“本月完成（万元）”“年初累计（万元）”。", $"The first row of {file} lacks “project id”, “this month (10,000 yuan)” or “year to date (10,000 yuan)”."), new("用下载的填报表，不要改表头。", "Use the sheet as it was downloaded and leave its headings alone."));
}
