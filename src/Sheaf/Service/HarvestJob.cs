using Quartz;

namespace Sheaf.Service;

[DisallowConcurrentExecution]
public sealed class HarvestJob(ServiceRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runs.HarvestAsync(cancellationToken);
}
