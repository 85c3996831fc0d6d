using Quartz;

namespace Sheaf.Service;

[DisallowConcurrentExecution]
public sealed class DraftJob(ServiceRuns runs) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await runs.DraftAsync(cancellationToken);
}
