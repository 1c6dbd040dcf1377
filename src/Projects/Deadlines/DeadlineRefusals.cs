using Saima.Kernel.Refusals;

namespace Saima.Projects.Deadlines;

/// <summary>Every way deadlines are refused.</summary>
internal static class DeadlineRefusals
{
    public static Refusal NotYours { get; } = new("NOT_YOURS", new("填报期限由项目办规定。", "Deadlines are set by the project office."), new("请项目办修改。", "Ask the project office."));

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "DEADLINES_FAULTY", new($"有 {problems.Count} 处要改，没有保存。", $"{problems.Count} fields need mending; nothing was saved."), new("按说明改正后再保存。", "Mend them as it says and save again."), problems);

    public static Refusal ChangedMeanwhile(FilingDeadlines known) => new(
        "CHANGED_MEANWHILE", new($"{known.KeptBy}刚刚保存了第 {known.Version} 版期限，您的修改没有保存。", $"{known.KeptBy} has just saved version {known.Version} of the deadlines; yours was not."), new("打开新的一版再改。", "Open the new version and change that."));
}
