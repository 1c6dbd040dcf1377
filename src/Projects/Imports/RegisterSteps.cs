using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>The register's progress told as an import's.</summary>
internal sealed class RegisterSteps(IProgress<ImportProgress> progress) : IProgress<RegisterProgress>
{
    public void Report(RegisterProgress value) => progress.Report(new ImportProgress(value.Stage, value.Done));
}
