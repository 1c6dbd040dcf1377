using Saima.Kernel.Sheets;
using Saima.Projects.Imports;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Projects.Imports;

public sealed class SourceFileTests
{
    [Fact]
    public void The_first_sheet_of_a_workbook_can_be_walked_through_twice_and_the_others_are_left_alone()
    {
        var path = Path.Combine(Path.GetTempPath(), $"saima-source-{Guid.NewGuid():N}.xlsx");
        try
        {
            using (var stream = File.Create(path))
            using (var writer = new WorkbookWriter(stream))
            {
                foreach (var sheet in new[] { "一", "二" })
                {
                    writer.BeginSheet(sheet, [new("项目编号", 10)]);
                    writer.BeginRow();
                    writer.Text($"P-{sheet}");
                    writer.EndRow();
                }
            }

            var first = SourceFile.First(path, TestContext.Current.CancellationToken);
            (first.Name, first.Workbook).ShouldBe(("一", true));
            for (var time = 0; time < 2; time++)
            {
                first.Rows.Select(row => row.Cells[0]).ShouldBe(["项目编号", "P-一"]);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
