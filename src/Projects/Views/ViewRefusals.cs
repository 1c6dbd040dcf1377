using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Data;
using Saima.Kernel.Refusals;

namespace Saima.Projects.Views;

/// <summary>Every way a view is refused.</summary>
internal static class ViewRefusals
{
    private const int LongestName = 40;
    private const int LongestBy = 200;
    private const int LongestQuery = 2000;

    public static Refusal Gone { get; } = new("VIEW_GONE", new("这个常用筛选已被改名或移除。", "This view was renamed or taken away."), new("刷新页面看现有的常用筛选。", "Reload the page to see the views there are."));

    public static string Tidy(string? text) => (text ?? "").Trim();

    public static Refusal Faulty(IReadOnlyList<Problem> problems) => new(
        "VIEW_FAULTY", new($"有 {problems.Count} 处要改，还没有保存。", $"{problems.Count} fields need mending; nothing was saved."), new("按说明改正后再保存。", "Mend them as it says and save again."), problems);

    public static Problem? Who(string by) => by.Length is > 0 and <= LongestBy ? null
        : Fault("by", by.Length == 0 ? "" : by[..20], new("请写明经办人。", "Say who you are."), new($"填上经办人，不超过 {LongestBy} 个字。", $"Fill it in, with at most {LongestBy} characters."));

    /// <param name="before">The row that is renamed.</param>
    public static async Task<Refusal?> Check(SaimaDb db, SavedView view, SavedView? before, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        if (view.Name.Length is 0 or > LongestName || view.Name.Any(char.IsControl))
        {
            problems.Add(Fault("name", view.Name.Length > LongestName ? view.Name[..LongestName] : view.Name, new("名称不能空，也不能太长。", "The name is empty or too long."), new($"写 1 到 {LongestName} 个字。", $"Write 1 to {LongestName} characters.")));
        }
        else if (await db.Set<SavedView>().AnyAsync(other => other.EndedAt == null && other.Name == view.Name && (before == null || other.Id != before.Id), cancel))
        {
            problems.Add(Fault("name", view.Name, new($"已有叫“{view.Name}”的常用筛选。", $"There is a view called “{view.Name}” already."), new("换一个名称，或先移除原来的。", "Take another name, or remove the other first.")));
        }

        if (view.Query.Length > LongestQuery)
        {
            problems.Add(Fault("query", view.Query[..40], new("条件太长，存不下。", "The conditions are too long to be kept."), new("少选几个条件。", "Drop some of them.")));
        }

        if (Who(view.By) is { } who)
        {
            problems.Add(who);
        }

        return problems.Count > 0 ? Faulty(problems) : null;
    }

    private static Problem Fault(string field, string value, Phrase message, Phrase remedy) => new(Severity.Error, "VIEW_FAULTY", "", null, null, field, value, message, remedy);
}
