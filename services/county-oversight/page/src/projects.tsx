// The projects, each a way into its thread.
import type { Project } from './api';
import type { Words } from './words';

interface Props {
  readonly words: Words;
  readonly projects: readonly Project[];
  readonly onOpen: (id: string) => void;
}

export function Projects({ words, projects, onOpen }: Props) {
  return (
    <section className="panel" aria-labelledby="projects-title">
      <div className="panel-head">
        <h2 id="projects-title">{words.say('ui.projects')}</h2>
      </div>
      <div className="scroll" tabIndex={0} role="group" aria-labelledby="projects-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('ui.project.id')}</th>
              <th scope="col">{words.say('ui.project.status')}</th>
              <th scope="col" className="amount">{words.say('ui.project.budget')}</th>
              <th scope="col" className="amount">{words.say('ui.project.paid')}</th>
              <th scope="col" className="amount">{words.say('ui.project.progress')}</th>
              <th scope="col" className="amount">{words.say('ui.project.score')}</th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ project, work, money }) => (
              <tr key={project}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => onOpen(project)}>
                    {project}
                  </button>
                </th>
                <td>{work.status ? words.code('project', work.status) : '–'}</td>
                <td className="amount">{words.plainYuan(work.budgetFen)}</td>
                <td className="amount">{words.plainYuan(money.paidFen)}</td>
                <td className="amount">{work.progress}%</td>
                <td className="amount">
                  {work.score === undefined ? '–' : work.score.toFixed(2)} {work.grade ?? ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
