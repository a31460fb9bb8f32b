export interface DockerLine {
  instruction: string;
  value: string;
}

export function readStages(text: string): DockerLine[][];
export function readCopy(value: string): {
  from: string | null;
  sources: string[];
  target: string;
};
export function createIgnore(text: string): (name: string) => boolean;
