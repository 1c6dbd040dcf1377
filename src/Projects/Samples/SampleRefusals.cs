using Saima.Kernel.Refusals;

namespace Saima.Projects.Samples;

/// <summary>Every way samples are refused.</summary>
internal static class SampleRefusals
{
    public static Refusal Count(int projects) => new(
        "SAMPLE_COUNT",
        new($"项目数 {projects} 超出范围。", $"{projects} projects is out of range."),
        new($"请给出 1 到 {CreateSample.MostProjects} 之间的整数。", $"Give a whole number from 1 to {CreateSample.MostProjects}."));

    public static Refusal Season(int season) => new(
        "SAMPLE_SEASON",
        new($"年份 {season} 超出范围。", $"The season {season} is out of range."),
        new("请给出 1990 到 2100 之间的年份。", "Give a year from 1990 to 2100."));

    public static Refusal Taken(string path) => new(
        "SAMPLE_TAKEN",
        new($"“{path}”已存在且不为空。", $"\"{path}\" exists and is not empty."),
        new("请换一个新的文件夹或 .zip 文件名。", "Name a new folder or a new .zip file."));

    public static Refusal Unwritable(string path, string fault) => new(
        "SAMPLE_UNWRITABLE",
        new($"无法写入“{path}”：{fault}", $"\"{path}\" cannot be written: {fault}"),
        new("请检查磁盘空间与写入权限，或换一个位置。未留下任何文件。", "Check free space and permissions or choose another place. Nothing was left behind."));
}
