using Saima.Kernel.Data;
using Saima.Kernel.Refusals;
using Saima.Projects.Plans;
using Saima.Projects.Register;

namespace Saima.Projects.Imports;

/// <summary>Use case: what was read from a spreadsheet goes into the register in one transaction; a cancelled or faulty import writes nothing.</summary>
public static class ImportIntoRegister
{
    public static async Task<Outcome<Imported>> Run(
        SaimaDb db, TimeProvider time, Reading reading, ImportOrder order, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(order);
        if (reading.ErrorCount > 0)
        {
            return ImportRefusals.Faulty(reading);
        }

        var steps = progress is null ? null : new RegisterSteps(progress);
        return await KeepBaseline.Import(db, time, order, RegisterFacts.Of(reading, order.Season), steps, cancel);
    }
}
