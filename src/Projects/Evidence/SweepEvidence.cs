using Microsoft.Extensions.Hosting;
using Saima.Kernel.Evidence;

namespace Saima.Projects.Evidence;

/// <summary>Removes, when a host starts, what uploads that never ended left behind.</summary>
internal sealed class SweepEvidence(EvidenceStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        store.Sweep();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
